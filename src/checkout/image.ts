import {parseUrl} from '../page/platform.js';

const rasterData = /^data:image\/(png|jpeg|gif|webp)[;,]/i;
const loopback = /^(localhost|.*\.localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * The address of the merchant's image, or nothing where it must not be loaded: only `https:`, `http:` on this
 * machine or from a page that is `http:` itself, and raster images as `data:` (an SVG can carry scripts).
 */
export function imageUrl(value: string | null | undefined, base: string): string | undefined {
  const url = value ? parseUrl(value, base) : undefined;
  if (!url) return undefined;
  const safe =
    url.protocol === 'https:' ||
    (url.protocol === 'http:' && (base.startsWith('http:') || loopback.test(url.hostname))) ||
    rasterData.test(url.href);
  return safe ? url.href : undefined;
}
