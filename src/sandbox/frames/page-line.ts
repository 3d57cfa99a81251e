/**
 * Who the page around this frame is, and on which channel it listens: it says so in the fragment,
 * which no server sees. See `Port`.
 */
export function pageLine(): {origin: string; channel: string} | undefined {
  const line = new URLSearchParams(location.hash.slice(1));
  const origin = line.get('origin');
  const channel = line.get('channel');
  return origin && channel ? {origin, channel} : undefined;
}
