/** What there is of the Shape Detection API where there is any of it. */
interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
interface DetectorClass {
  new (options: { formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}
export interface Frame {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** Reads a QR code off a camera picture: by the browser where it can, else by a small decoder that is loaded only then. */
export async function qrReader(): Promise<(video: HTMLVideoElement) => Promise<string | undefined>> {
  const Native = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
  const formats = (await Native?.getSupportedFormats().catch(() => [])) ?? [];
  if (Native && formats.includes('qr_code')) {
    const detector = new Native({ formats: ['qr_code'] });
    return async (video) => (await detector.detect(video))[0]?.rawValue;
  }
  const decode = await frameDecoder();
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return (video) => {
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    if (!context || canvas.width === 0) return Promise.resolve(undefined);
    context.drawImage(video, 0, 0);
    return Promise.resolve(decode(context.getImageData(0, 0, canvas.width, canvas.height)));
  };
}

export async function frameDecoder(): Promise<(frame: Frame) => string | undefined> {
  const { default: jsQR } = await import('jsqr');
  return ({ data, width, height }) => {
    const code = jsQR(data, width, height, { inversionAttempts: 'dontInvert' });
    // The library reads bytes as Latin-1; the card's are UTF-8.
    return code ? new TextDecoder().decode(new Uint8Array(code.binaryData)) : undefined;
  };
}
