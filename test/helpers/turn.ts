/** A turn of the event loop: what has been asked for and needs nobody else is done by then. */
export function turn(): Promise<void> {
  // No timer: browsers make those wait.
  const {port1, port2} = new MessageChannel();
  return new Promise(resolve => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
