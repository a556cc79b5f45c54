const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** Whether an address of a socket is that of this very machine. */
export const isOwnMachine = (address: string): boolean => LOOPBACK.test(address);
