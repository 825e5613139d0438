/** How large a picture may stay, and what becomes of it. */
export interface ShrinkOptions {
  /** Pixels. */
  maxWidth: number;
  /** Pixels. */
  maxHeight: number;
  /** From 0 to 1, for types that lose something. @default 0.85 */
  quality?: number | undefined;
  /** Media type of the smaller picture. @default that of the picture; WebP where the browser cannot write it */
  type?: 'image/jpeg' | 'image/png' | 'image/webp' | undefined;
}

const extensions: Record<string, RegExp> = {
  'image/jpeg': /^(jpe?g|jpe|jfif)$/i,
  'image/png': /^png$/i,
  'image/webp': /^webp$/i,
  'image/avif': /^avif$/i,
};

/** Bytes of a file in which an animation is announced, if there is one. */
const head = 64 * 1024;

/**
 * Makes pictures smaller before they are sent; for `prepare`. What is no JPEG, PNG, WebP or AVIF, is animated, cannot be decoded,
 * or would not become smaller, stays the file that it was. What a camera wrote beside the picture, its place too, is not kept.
 */
export function shrinkImage({ maxWidth, maxHeight, quality = 0.85, type }: ShrinkOptions) {
  return async (file: File): Promise<File> => {
    if (!extensions[file.type] || typeof OffscreenCanvas === 'undefined') return file;
    try {
      if (await isAnimated(file)) return file;
      const blob = await draw(file, type ?? file.type);
      if (!blob || blob.size >= file.size) return file;
      const { lastModified } = file;
      return new File([blob], nameFor(file.name, blob.type), { type: blob.type, lastModified });
    } catch {
      // Damaged, or larger than the browser has memory for.
      return file;
    }
  };

  async function draw(file: File, wanted: string): Promise<Blob | null> {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    try {
      const scale = Math.min(1, maxWidth / picture.width, maxHeight / picture.height);
      // It is small enough: writing it anew would only take from it.
      if (scale === 1 && wanted === file.type) return null;
      const canvas = new OffscreenCanvas(
        Math.max(1, Math.round(picture.width * scale)),
        Math.max(1, Math.round(picture.height * scale)),
      );
      const context = canvas.getContext('2d');
      if (!context) return null;
      context.imageSmoothingQuality = 'high';
      if (wanted === 'image/jpeg') {
        // JPEG has no transparency, which would come out black.
        context.fillStyle = '#fff';
        context.fillRect(0, 0, canvas.width, canvas.height);
      }
      context.drawImage(picture, 0, 0, canvas.width, canvas.height);
      const blob = await canvas.convertToBlob({ type: wanted, quality });
      // A browser writes PNG for what it cannot write.
      return blob.type === wanted ? blob : await canvas.convertToBlob({ type: 'image/webp', quality });
    } finally {
      picture.close();
    }
  }
}

/** `acTL` before the pixels of a PNG, a bit of `VP8X` in a WebP, the brand `avis` of an AVIF. */
async function isAnimated(file: File): Promise<boolean> {
  const text = new TextDecoder('latin1').decode(await file.slice(0, head).arrayBuffer());
  if (file.type === 'image/png') return text.split('IDAT', 1)[0]?.includes('acTL') ?? false;
  if (file.type === 'image/webp') return text.startsWith('VP8X', 12) && (text.charCodeAt(20) & 2) !== 0;
  return file.type === 'image/avif' && text.slice(8, 40).includes('avis');
}

/** The name with the extension of another type; one that fits stays. */
function nameFor(name: string, type: string): string {
  const [, stem = name, extension = ''] = /^(.+)\.([^.]*)$/s.exec(name) ?? [];
  if (extensions[type]?.test(extension)) return name;
  const known = Object.values(extensions).some((known) => known.test(extension));
  return `${known ? stem : name}.${type === 'image/jpeg' ? 'jpg' : type.slice('image/'.length)}`;
}
