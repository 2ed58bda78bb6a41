/** Linux takes 107 bytes in the address of a socket, macOS 103; 10 are needed while it is made. */
const LONGEST_SOCKET_DIRECTORY = 93;
const LONGEST_SOCKET_PATH = 103;

/** Only processes of this machine reach it. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);

/** All addresses of the machine: nothing that a client could dial. */
export const isEveryAddress = (host: string): boolean => host === '0.0.0.0' || host === '::';

/** As it stands before a port. */
export const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host);

/** Why an absolute path cannot be that of a Unix socket; undefined when it can. */
export function socketPathFault(path: string): string | undefined {
  const directory = path.slice(0, path.lastIndexOf('/'));
  const fits =
    Buffer.byteLength(path) <= LONGEST_SOCKET_PATH &&
    Buffer.byteLength(directory) <= LONGEST_SOCKET_DIRECTORY;
  if (fits) return undefined;
  return `${path} is too long for a Unix socket: ${LONGEST_SOCKET_PATH} bytes, its folder ${LONGEST_SOCKET_DIRECTORY}`;
}
