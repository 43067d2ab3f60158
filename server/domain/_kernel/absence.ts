/** Codes of node, of both database drivers and of PostgreSQL that say: nobody there, or nobody let in. */
const codes = /^(E(CONN|PIPE|TIMEDOUT|HOST|NET|AI_)|CONNECT|57P0|08|53300|55000|3D000|28)/;
const words = /Connection terminated|connection error|timeout exceeded when trying to connect|no answer/;

/** Whether a failure is the database's absence rather than a mistake of ours. */
export function isAbsence(reason: unknown): boolean {
  if (!(reason instanceof Error)) return false;
  const { code } = reason as NodeJS.ErrnoException;
  return codes.test(code ?? "") || words.test(reason.message) || isAbsence(reason.cause);
}
