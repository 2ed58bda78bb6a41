import { readSettings } from '@jejak/config';
import { runProgram } from '@jejak/service';

import { runStandalone } from './run-standalone';

runProgram(() => runStandalone(readSettings(process.env)));
