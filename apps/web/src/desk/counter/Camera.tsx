import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../shared/language';
import { qrReader } from './qr-reader';
import { COUNTER_TEXTS } from './texts';

/** A camera looks four times a second: enough for a hand, little for an old machine. */
const LOOK_EVERY_MS = 250;

/** The camera of the machine. Each code is told once, however long it is held there; then it looks on. */
export default function Camera({ onText }: { onText(text: string): void }) {
  const texts = useTexts(COUNTER_TEXTS);
  const video = useRef<HTMLVideoElement>(null);
  const [isDenied, setDenied] = useState(false);
  const told = useRef(onText);
  useEffect(() => {
    told.current = onText;
  });
  useEffect(() => {
    const watching = watch(video.current, (text) => told.current(text));
    watching.started.catch(() => setDenied(true));
    return watching.stop;
  }, []);
  if (isDenied) {
    return (
      <p className="field-warning" role="alert">
        {texts.cameraDenied}
      </p>
    );
  }
  return (
    <figure className="counter-camera">
      <video ref={video} muted playsInline aria-label={texts.camera} />
      <figcaption>{texts.cameraHelp}</figcaption>
    </figure>
  );
}

function watch(video: HTMLVideoElement | null, onText: (text: string) => void) {
  let isOver = false;
  let stream: MediaStream | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    isOver = true;
    clearTimeout(timer);
    for (const track of stream?.getTracks() ?? []) track.stop();
  };
  const start = async () => {
    const opened = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
    stream = opened;
    if (isOver || !video) return stop();
    video.srcObject = opened;
    await video.play();
    const read = await qrReader();
    let last: string | undefined;
    const look = async () => {
      const text = isOver ? undefined : await read(video).catch(() => undefined);
      if (text && text !== last) onText(text);
      last = text ?? last;
      if (!isOver) timer = setTimeout(() => void look(), LOOK_EVERY_MS);
    };
    await look();
  };
  // A page that is not served over a safe line has no `mediaDevices` at all.
  return { started: Promise.resolve().then(start), stop };
}
