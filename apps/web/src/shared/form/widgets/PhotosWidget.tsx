import { valueAt } from '@trinhduyet/form';
import { useRef, useState } from 'react';
import { useTexts } from '../../language';
import { useProblemSentence } from '../../problem';
import { useForm } from '../form-context';
import { FORM_TEXTS } from '../texts';
import { preparePhoto } from './photo';
import { useControl, type WidgetProps } from './widget';

interface Sending {
  readonly key: number;
  readonly name: string;
  readonly photo: Blob;
  readonly share: number;
  readonly failure?: unknown;
}

/** Photos go one by one, in the background; each can be tried again alone, and none is lost when one fails. */
export function PhotosWidget({ field, value, onChange }: WidgetProps) {
  const { id, readOnly, ...control } = useControl(field);
  const { store, files } = useForm();
  const texts = useTexts(FORM_TEXTS);
  const count = useRef(0);
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const [blurred, setBlurred] = useState<ReadonlySet<string>>(new Set());
  const kept: readonly string[] = Array.isArray(value) ? (value as readonly string[]) : [];
  // Several photos end at different times: each adds to what is there then, not to what was there when it began.
  const current = () => (valueAt(store.document, field.pointer) ?? []) as readonly string[];

  const send = async (item: Sending) => {
    const change = (next: Partial<Sending>) =>
      setSending((all) => all.map((each) => (each.key === item.key ? { ...each, ...next } : each)));
    change({ failure: undefined, share: 0 });
    try {
      const { blob, isBlurred } = await preparePhoto(item.photo);
      const file = await files?.upload(field.pointer, blob, item.name, (share) => change({ share }));
      if (!file) return;
      setSending((all) => all.filter(({ key }) => key !== item.key));
      if (isBlurred) setBlurred((all) => new Set(all).add(file.id));
      onChange([...current(), file.id]);
    } catch (failure) {
      change({ failure });
    }
  };
  const take = async (chosen: readonly File[]) => {
    const items = chosen.map((photo): Sending => ({ key: count.current++, name: photo.name, photo, share: 0 }));
    setSending((all) => [...all, ...items]);
    for (const item of items) await send(item);
  };
  const remove = (file: string) => {
    const rest = current().filter((each) => each !== file);
    onChange(rest.length === 0 ? undefined : rest);
    void files?.remove(file).catch(() => undefined); // a file that no answer names is cleared away anyway
  };

  return (
    <div
      className="photos"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void take([...event.dataTransfer.files]);
      }}
    >
      <ul className="photo-list">
        {kept.map((file, index) => (
          <KeptPhoto
            key={file}
            address={files?.addressOf(file)}
            number={index + 1}
            isPdf={files?.isPdf(file) ?? false}
            isBlurred={blurred.has(file)}
            onRemove={readOnly ? undefined : () => remove(file)}
          />
        ))}
        {sending.map((item) => (
          <SendingPhoto
            key={item.key}
            item={item}
            onRetry={() => void send(item)}
            onDrop={() => setSending((all) => all.filter(({ key }) => key !== item.key))}
          />
        ))}
      </ul>
      {!readOnly && (
        <label className="button photo-add">
          <input
            {...control}
            autoComplete={undefined}
            id={`${id}-input`}
            className="visually-hidden"
            type="file"
            accept="image/*,application/pdf"
            multiple
            onChange={({ target }) => {
              void take([...(target.files ?? [])]);
              target.value = '';
            }}
          />
          + {texts.takePhoto}
        </label>
      )}
      <p className="visually-hidden" role="status">
        {texts.photosHave(kept.length)}
      </p>
    </div>
  );
}

interface KeptPhotoProps {
  readonly address: string | undefined;
  readonly number: number;
  readonly isPdf: boolean;
  readonly isBlurred: boolean;
  readonly onRemove: (() => void) | undefined;
}

function KeptPhoto({ address, number, isPdf, isBlurred, onRemove }: KeptPhotoProps) {
  const texts = useTexts(FORM_TEXTS);
  return (
    <li className="photo">
      {isPdf ? (
        <a className="photo-scan" href={address} target="_blank" rel="noreferrer">
          PDF <span className="visually-hidden">{texts.openPhoto(number)}</span>
        </a>
      ) : (
        <img src={address} alt={texts.photoOf(number)} loading="lazy" />
      )}
      <span className="photo-state">✓ {texts.sent}</span>
      {isBlurred && <span className="field-warning">{texts.blurred}</span>}
      {onRemove && (
        <button type="button" className="button button-quiet" onClick={onRemove}>
          {texts.removePhoto(number)}
        </button>
      )}
    </li>
  );
}

interface SendingPhotoProps {
  readonly item: Sending;
  onRetry(): void;
  onDrop(): void;
}

function SendingPhoto({ item, onRetry, onDrop }: SendingPhotoProps) {
  const texts = useTexts(FORM_TEXTS);
  const sentence = useProblemSentence();
  if (item.failure === undefined) {
    return (
      <li className="photo photo-sending">
        <progress max={100} value={Math.round(item.share * 100)} aria-label={item.name} />
        <span className="photo-state">{texts.sending(Math.round(item.share * 100))}</span>
      </li>
    );
  }
  return (
    <li className="photo photo-failed" role="alert">
      <span>
        {texts.photoFailed} {sentence(item.failure)}
      </span>
      <button type="button" className="button button-quiet" onClick={onRetry}>
        {texts.retry}
      </button>
      <button type="button" className="button button-quiet" onClick={onDrop}>
        {texts.remove(item.name)}
      </button>
    </li>
  );
}
