import { type PictureDone, type PictureTask, PIXELS_MAX } from './tasks.js';

/** A small picture has at most so many points. */
export const PREVIEW = { width: 800, height: 1100 };

async function library() {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
}

/** Draws a picture anew: turned upright, of moving pictures the first, and without whatever was hidden in the file: places, names, programs. */
export async function drawAnew({ from, to, ending }: PictureTask): Promise<PictureDone> {
  const sharp = await library();
  try {
    const { width = 0, height = 0 } = await sharp(from, { limitInputPixels: false }).metadata();
    if (width * height > PIXELS_MAX) return { problem: 'pixels' };
    const picture = sharp(from, { limitInputPixels: PIXELS_MAX, failOn: 'error', sequentialRead: true }).autoOrient();
    const drawn = ending === 'png' ? picture.png({ compressionLevel: 8 }) : ending === 'jpg' ? picture.jpeg({ quality: 90 }) : picture.webp({ quality: 90 });
    await drawn.toFile(to);
    return { problem: null };
  } catch (error) {
    const said = String(error);
    if (/no space left|disk quota|ENOSPC|EDQUOT/i.test(said)) return { problem: 'full' };
    return { problem: /pixel limit/i.test(said) ? 'pixels' : 'broken' };
  }
}

/** A small picture of a picture, as WebP. */
export async function shrink(from: string | Buffer, to: string): Promise<{ width: number; height: number }> {
  const sharp = await library();
  const { width, height } = await sharp(from, { limitInputPixels: PIXELS_MAX }).autoOrient().resize({ ...PREVIEW, fit: 'inside', withoutEnlargement: true }).flatten({ background: '#ffffff' }).webp({ quality: 76 }).toFile(to);
  return { width, height };
}
