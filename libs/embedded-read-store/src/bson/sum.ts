import { decimalArithmetic, decimalFrom } from './decimal';
import { exactDouble, exactOf } from './number';
import { doubleOf, int32Of, longOf } from './read';
import { BsonType } from './types';
import { type Value } from './value';
import { doubleValue, int64Value } from './write';
import { intOrLong } from './arithmetic';

/** As far as whole numbers add up exactly in a double, with room for one more. */
const maxSmall = 2 ** 52;

/**
 * A running total. Whole numbers add up exactly, doubles with what rounding took carried along
 * (Knuth's two-sum), decimals in Decimal128; the types meet only in the result.
 */
export class Sum {
  private whole = 0n;
  /** Small whole numbers, not yet added to the others. */
  private small = 0;
  private high = 0;
  private low = 0;
  /** The plain sum: what counts once NaN or an infinity came by. */
  private plain = 0;
  private decimals: Value | undefined;
  private seen: 'int' | 'long' | 'double' = 'int';

  add(value: Value): void {
    if (value.type === BsonType.int32) this.addSmall(int32Of(value));
    else if (value.type === BsonType.int64) {
      this.whole += longOf(value);
      if (this.seen === 'int') this.seen = 'long';
    } else if (value.type === BsonType.double) {
      this.addDouble(doubleOf(value));
      this.seen = 'double';
    } else {
      this.decimals =
        this.decimals === undefined
          ? value
          : decimalArithmetic('add', exactOf(this.decimals), exactOf(value));
    }
  }

  private addSmall(value: number): void {
    this.small += value;
    if (Math.abs(this.small) > maxSmall) this.settle();
  }

  private settle(): void {
    this.whole += BigInt(this.small);
    this.small = 0;
  }

  private addDouble(value: number): void {
    this.plain += value;
    const sum = this.high + value;
    const part = sum - this.high;
    this.low += this.high - (sum - part) + (value - part);
    this.high = sum;
  }

  /** All that is no decimal, as one double. */
  private float(): number {
    const near = Number(this.whole);
    if (!Number.isFinite(this.plain)) return this.plain + near;
    const total = new Sum();
    total.addDouble(this.high);
    total.addDouble(near);
    return total.high + (total.low + this.low + Number(this.whole - BigInt(near)));
  }

  private decimal(decimals: Value): Value {
    const doubles = Number.isFinite(this.plain) ? [this.high, this.low] : [this.plain];
    const terms = [
      { coefficient: this.whole, two: 0, ten: 0 },
      ...doubles.map((each) => exactOf(decimalFrom(exactDouble(each)))),
    ];
    return terms.reduce((sum, term) => decimalArithmetic('add', exactOf(sum), term), decimals);
  }

  /** The widest type that came by; whole numbers beyond 64 bits become a double. */
  result(): Value {
    this.settle();
    if (this.decimals !== undefined) return this.decimal(this.decimals);
    if (this.seen === 'double') return doubleValue(this.float());
    if (BigInt.asIntN(64, this.whole) !== this.whole) return doubleValue(Number(this.whole));
    return this.seen === 'long' ? int64Value(this.whole) : intOrLong(this.whole);
  }

  /** The total as a double or Decimal128, the types a mean has. */
  floating(): Value {
    this.settle();
    return this.decimals === undefined ? doubleValue(this.float()) : this.decimal(this.decimals);
  }
}
