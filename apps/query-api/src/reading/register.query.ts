import { ListQuery } from './list.query';
import { RegionFilter } from './region-parameter';

/** A list that is narrowed to a region. */
export class RegisterQuery extends ListQuery {
  @RegionFilter({ example: '36.04' })
  region?: string;
}

/** The same for registers of which the published facts are of a province itself. */
export class ProvincialRegisterQuery extends ListQuery {
  @RegionFilter({ example: '36' })
  region?: string;
}
