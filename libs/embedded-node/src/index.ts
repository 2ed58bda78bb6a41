export { bracketed, isEveryAddress, isLoopback, socketPathFault } from './addresses';
export { Connections, type Take } from './connections';
export { lockDirectory, type DirectoryLock } from './directory-lock';
export { causeOf, diskFull, DiskFull } from './disk-full';
export { NodeThread, type ThreadMessage } from './node-thread';
export { type Progress, runVerifier, serveVerifier } from './verifier';
