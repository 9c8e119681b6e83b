import type { Frame } from 'playwright-core';

/** A picture of two colours, a third of it in the second, as a browser makes it. */
export async function generatePicture(
  tab: Frame,
  type: 'image/jpeg' | 'image/png' | 'image/webp',
  size: { readonly width: number; readonly height: number },
): Promise<Uint8Array<ArrayBuffer>> {
  const text = await tab.evaluate(
    async ({ type, width, height }) => {
      const canvas = new OffscreenCanvas(width, height);
      const pen = canvas.getContext('2d');
      if (pen === null) throw new Error('no pen');
      pen.fillStyle = 'rgb(20, 90, 160)';
      pen.fillRect(0, 0, width, height);
      pen.fillStyle = 'rgb(240, 200, 40)';
      pen.fillRect(0, 0, width / 3, height);
      const bytes = new Uint8Array(await (await canvas.convertToBlob({ type })).arrayBuffer());
      return btoa(String.fromCharCode(...bytes));
    },
    { type, ...size },
  );
  return new Uint8Array(Buffer.from(text, 'base64'));
}
