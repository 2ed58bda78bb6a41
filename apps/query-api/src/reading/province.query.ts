import { ProvinceFilter } from './region-parameter';
import { RegisterQuery } from './register.query';

/** A list that is narrowed to a region, or to a province and all regions in it. */
export class ProvinceQuery extends RegisterQuery {
  @ProvinceFilter()
  province?: string;
}
