import { useTexts } from '../shared/language';
import { STUDIO_TEXTS } from './texts';

/** Names one content exactly: what was published cannot have changed as long as this is the same. */
export function Digest({ sha256 }: { readonly sha256: string }) {
  const texts = useTexts(STUDIO_TEXTS);
  return (
    <p className="quiet digest">
      {texts.digest}: <code>{sha256}</code>
    </p>
  );
}
