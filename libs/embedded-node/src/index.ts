export { bracketed, isEveryAddress, isLoopback, socketPathFault } from './addresses';
export { Connections, type Take } from './connections';
export { lockDirectory, type DirectoryLock } from './directory-lock';
export { causeOf, diskFull, DiskFull } from './disk-full';
export { NodeThread } from './node-thread';
export {
  RegexRefused,
  type Anchor,
  type CharacterExpression,
  type CharacterTest,
  type Expression,
} from './regex/expression';
export { compileMatcher } from './regex/matcher';
export { type Dialect, parseRegex } from './regex/parse';
export { serveThread, type ServedNode } from './serve-thread';
export { nodeOptionsFor } from './sources';
export { type Progress, runVerifier, serveVerifier } from './verifier';
