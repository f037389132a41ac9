import type { Schema } from '@trinhduyet/api-client';
import { formatInstant } from '@trinhduyet/text';
import { toDataURL } from 'qrcode';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { useLanguage, useSay, useTexts } from '../../shared/language';
import { Awaited } from '../../shared/problem';
import { useDossier } from '../data';
import { Page } from '../Page';
import { PORTAL_TEXTS } from '../texts';

/** That it was submitted, with what is needed to follow it without an account. It is not yet the receipt of the office. */
export default function ReceiptPage({ dossier }: { readonly dossier: string }) {
  const query = useDossier(dossier);
  return <Awaited query={query}>{(view) => <Receipt view={view} />}</Awaited>;
}

function Receipt({ view }: { readonly view: Schema<'DossierView'> }) {
  const texts = useTexts(PORTAL_TEXTS);
  const say = useSay();
  const { language } = useLanguage();
  const dueAt = view.places.find((place) => place.dueAt)?.dueAt;
  return (
    <Page title={texts.receiptTitle(formatInstant(view.submittedAt, language))} tab={texts.mine}>
      {view.training && <p className="strip">{texts.training}</p>}
      <section className="card receipt">
        <p>{say(view.requestType.title)}</p>
        <dl className="facts">
          <div className="fact">
            <dt>{texts.lookupCode}</dt>
            <dd className="num receipt-code">{view.lookupCode}</dd>
          </div>
          {view.pin && <Pin pin={view.pin} />}
        </dl>
        <QrCode address={`${location.origin}/look-up?code=${view.lookupCode}`} />
      </section>
      {view.code === undefined && (
        <div className="note">
          {dueAt && <p>{texts.nextAct(formatInstant(dueAt, language))}</p>}
          <p>{texts.notYetReceived}</p>
        </div>
      )}
      {view.inTransit && (
        <p role="status" className="quiet">
          {texts.onItsWay}
        </p>
      )}
      <p className="acts no-print">
        <Link href={`/dossiers/${view.id}`} className="button button-main">
          {texts.follow}
        </Link>
        <button type="button" className="button" onClick={() => window.print()}>
          {texts.print}
        </button>
      </p>
    </Page>
  );
}

/** Covered on the screen of a shared phone; always whole on paper. */
function Pin({ pin }: { readonly pin: string }) {
  const texts = useTexts(PORTAL_TEXTS);
  const [isShown, setShown] = useState(false);
  return (
    <div className="fact">
      <dt>{texts.pin}</dt>
      <dd>
        <span className="num receipt-code screen-only">{isShown ? pin : '••••••'}</span>
        <span className="num receipt-code print-only" aria-hidden="true">
          {pin}
        </span>
        <button type="button" className="button button-quiet no-print" onClick={() => setShown(!isShown)}>
          {isShown ? texts.hide : texts.show}
        </button>
      </dd>
    </div>
  );
}

function QrCode({ address }: { readonly address: string }) {
  const texts = useTexts(PORTAL_TEXTS);
  const [image, setImage] = useState<string>();
  useEffect(() => {
    void toDataURL(address, { margin: 4, width: 240, color: { dark: '#1c1c1a' } }).then(setImage);
  }, [address]);
  return (
    <figure className="qr">
      {image && <img src={image} alt={texts.qr} width="180" height="180" />}
      <figcaption className="quiet">{texts.qr}</figcaption>
    </figure>
  );
}
