const hosts: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** Whether an address is on this computer, by its name alone: nothing is looked up. */
export function isLoopback({protocol, hostname}: URL): boolean {
  return protocol === 'http:' && hosts.includes(hostname);
}
