import { Controller, Get, Inject, Optional, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { problem } from './problem';
import { PROBLEMS, edgeProblem } from './problem-catalogue';
import { Public } from './public-route';
import { refusalStatus, refusalTitle } from './refusals';

/** Provide a list of domain refusal codes under this token to have them explained too. */
export const REFUSAL_CODES = Symbol('refusal codes');

/** What a code means, for whoever follows the `type` of a problem. */
export interface ExplainedProblem {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly fix?: string;
}

/** Makes the `type` of every problem resolve. */
@Public()
@ApiTags('Problems')
@Controller('problems')
export class ProblemCatalogueController {
  constructor(
    @Optional() @Inject(REFUSAL_CODES) private readonly refusalCodes: readonly string[] = [],
  ) {}

  @Get()
  @ApiOperation({ summary: 'Every code a problem can carry' })
  list(): { readonly problems: readonly ExplainedProblem[] } {
    const codes = [...Object.keys(PROBLEMS), ...this.refusalCodes].sort();
    return { problems: codes.map((code) => this.explain(code)) };
  }

  @Get(':code')
  @ApiOperation({ summary: 'What a code means: the address a problem gives as its type' })
  explain(@Param('code') code: string): ExplainedProblem {
    const entry = edgeProblem(code);
    if (entry !== undefined) return { code, ...entry };
    if (this.refusalCodes.includes(code)) {
      return { code, status: refusalStatus(code), title: refusalTitle(code) };
    }
    throw problem('resource.not-found', { detail: 'There is no such problem code.' });
  }
}
