/** Whether an event is among those asked for: by name, by `charge.*`, or all by `*`. */
export function wants(types: readonly string[], type: string): boolean {
  return types.some(
    wanted => wanted === type || (wanted.endsWith('*') && type.startsWith(wanted.slice(0, -1))),
  );
}
