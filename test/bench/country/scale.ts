/** How much of a country is simulated. */
export interface CountryScale {
  /** Provinces, regencies and cities. */
  readonly governments: number;
  readonly provinces: number;
  /** How long each ranking is asked for, in seconds. */
  readonly seconds: number;
  /** Rankings asked for each second, whatever the answers do. */
  readonly perSecond: number;
  /** Documents handed in, and then verified, over HTTP. */
  readonly commands: number;
}

/** 38 provinces and 508 regencies and cities; 122 sub-indicators and 660 documents each. */
const whole: CountryScale = {
  governments: 546,
  provinces: 38,
  seconds: 30,
  perSecond: 50,
  commands: 6_400,
};

const quick: CountryScale = {
  governments: 60,
  provinces: 5,
  seconds: 8,
  perSecond: 50,
  commands: 1_280,
};

export const countryScaleOf = (isQuick: boolean): CountryScale => (isQuick ? quick : whole);
