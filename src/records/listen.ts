import type { FastifyInstance } from 'fastify';

/** An address to listen at. */
export interface Address {
  host: string;
  /** 0 takes any free one. */
  port: number;
}

const ELSEWHERE = 'Name an address of this machine with --host, such as 127.0.0.1.';

/** What is wrong and its cure, by the code of the system. */
const FAULTS: Record<string, (address: Address) => string> = {
  EADDRINUSE: ({ host, port }) =>
    `Port ${port} on ${host} is taken by another program. Stop that one, or name a free port with --port.`,
  EACCES: ({ host, port }) =>
    `This user may not listen at port ${port} on ${host}. Name one above 1023 with --port.`,
  EADDRNOTAVAIL: ({ host, port }) => `${host} (port ${port}) is not on this machine. ${ELSEWHERE}`,
  ENOTFOUND: ({ host, port }) => `There is no host ${host} to listen at (port ${port}). ${ELSEWHERE}`,
  EAI_AGAIN: ({ host, port }) => `No name server knows ${host} now (port ${port}). ${ELSEWHERE}`,
};

/** Resolves when the service listens. @throws Error that names host and port, and what to do */
export async function listen(app: FastifyInstance, address: Address): Promise<void> {
  const { host, port } = address;
  try {
    await app.listen({ host, port });
  } catch (cause) {
    const { code = '', message } = cause as NodeJS.ErrnoException;
    const said = FAULTS[code]?.(address);
    throw new Error(said ?? `Cannot listen at port ${port} on ${host}: ${message}. ${ELSEWHERE}`, { cause });
  }
}
