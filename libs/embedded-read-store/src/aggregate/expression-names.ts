const listed = (names: string): readonly string[] =>
  names
    .trim()
    .split(/\s+/)
    .map((name) => `$${name}`);

/** Expressions MongoDB has and this node does not evaluate. */
export const foreignExpressions: ReadonlySet<string> = new Set(
  listed(`
    abs accumulator acos acosh allElementsTrue anyElementTrue arrayToObject asin asinh atan atan2
    atanh binarySize bitAnd bitNot bitOr bitXor bsonSize bottom bottomN ceil concatArrays convert cos
    cosh covariancePop covarianceSamp createObjectId dateAdd dateDiff dateFromParts dateFromString
    dateSubtract dateToParts dateToString dateTrunc dayOfMonth dayOfWeek dayOfYear degreesToRadians
    denseRank derivative documentNumber encStrContains encStrEndsWith encStrNormalizedEq
    encStrStartsWith exp expMovingAvg filter first firstN floor function getField hash hexHash hour
    indexOfArray indexOfBytes indexOfCP integral isNumber isoDayOfWeek isoWeek isoWeekYear last lastN
    let linearFill ln locf log log10 ltrim map maxN median meta millisecond minMaxScaler minN minute
    month objectToArray percentile pow push radiansToDegrees rand range rank reduce regexFind
    regexFindAll regexMatch replaceAll replaceOne reverseArray round rtrim sampleRate second
    serializeEJSON deserializeEJSON setDifference setEquals setField setIntersection setIsSubset
    setUnion shift sigmoid sin sinh slice sortArray split sqrt stdDevPop stdDevSamp strcasecmp
    strLenBytes strLenCP similarityCosine similarityDotProduct similarityEuclidean substr substrBytes
    substrCP subtype switch tan tanh toArray toBool toDate toDecimal toDouble toHashedIndexKey toInt
    toLong toLower toObject toObjectId toUpper toUUID top topN trim trunc tsIncrement tsSecond
    unsetField week year zip`),
);

/** Expressions this node evaluates. */
export const ownExpressions: ReadonlySet<string> = new Set(
  listed(`
    add and arrayElemAt avg cmp concat cond divide eq gt gte ifNull in isArray literal lt lte max
    mergeObjects min mod multiply ne not or size subtract sum toString type`),
);

/** Whether MongoDB has an expression of that name. */
export const isExpressionName = (name: string): boolean =>
  ownExpressions.has(name) || foreignExpressions.has(name);
