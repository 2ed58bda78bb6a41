import { ListQuery } from './list.query';
import { ProvinceFilter, RegionFilter } from './region-parameter';

/** A list that is narrowed to a region. */
export class RegisterQuery extends ListQuery {
  @RegionFilter({ example: '36.04' })
  region?: string;
}

/** A list narrowed as `ProvinceQuery` says, of which the published facts are of a province itself. */
export class ProvincialRegisterQuery extends ListQuery {
  @RegionFilter({ example: '36' })
  region?: string;

  @ProvinceFilter()
  province?: string;
}
