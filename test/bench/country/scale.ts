/** How much of a country is simulated. */
export interface CountryScale {
  /** Provinces, regencies and cities. */
  readonly governments: number;
  readonly provinces: number;
  /** How long rankings are asked for before what is measured, so that what runs is compiled. */
  readonly warmUpSeconds: number;
  /** How long each ranking is asked for, in seconds. */
  readonly seconds: number;
  /** Rankings asked for each second, whatever the answers do. */
  readonly perSecond: number;
  /** Commands that go on meanwhile, each second, whatever the answers do: see the README. */
  readonly commandsPerSecond: number;
  /** Documents handed in, and then verified, over HTTP. */
  readonly commands: number;
}

/** Commands a second of a closing week, all of a year's documents on one day: see the README. */
export const closingCommands = 25;

const rates = { perSecond: 50, commandsPerSecond: closingCommands };

/** 38 provinces and 508 regencies and cities; 122 sub-indicators and 660 documents each. */
const whole: CountryScale = {
  ...{ governments: 546, provinces: 38, warmUpSeconds: 20, seconds: 30 },
  ...rates,
  commands: 6_400,
};

const quick: CountryScale = {
  ...{ governments: 60, provinces: 5, warmUpSeconds: 15, seconds: 15 },
  ...rates,
  commands: 1_280,
};

export const countryScaleOf = (isQuick: boolean): CountryScale => (isQuick ? quick : whole);
