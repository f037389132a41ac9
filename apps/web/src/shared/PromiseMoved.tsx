import { formatPromise } from '@trinhduyet/text';
import { defineTexts, useLanguage, useTexts } from './language';

const TEXTS = defineTexts(
  { before: 'Đã hẹn trước đây:', now: 'Hẹn lại:' },
  { before: 'Promised before:', now: 'Promised now:' },
);

/** A promised day that was moved: what was promised first stays to be seen, struck through. */
export function PromiseMoved({ before, now }: { readonly before?: string; readonly now: string }) {
  const texts = useTexts(TEXTS);
  const { language } = useLanguage();
  return (
    <span className="promise num">
      {before && (
        <>
          <span className="visually-hidden">{texts.before} </span>
          <s>{formatPromise(before, language)}</s> <span className="visually-hidden">{texts.now} </span>
        </>
      )}
      <strong>{formatPromise(now, language)}</strong>
    </span>
  );
}
