import type { Schema } from '@trinhduyet/api-client';
import { formatInstant, formatPromise } from '@trinhduyet/text';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useSearchParams } from 'wouter';
import { api, dataOf } from '../../shared/api';
import { useLanguage, useSay, useTexts } from '../../shared/language';
import { ProblemNote } from '../../shared/problem';
import { Page } from '../Page';
import { Status } from '../status';
import { PORTAL_TEXTS } from '../texts';

/** Code and PIN tell state and next step, and no more: no account, no name. */
export function LookUpPage() {
  const texts = useTexts(PORTAL_TEXTS);
  const [query] = useSearchParams();
  const [code, setCode] = useState(query.get('code') ?? '');
  const [pin, setPin] = useState('');
  const lookUp = useMutation({
    mutationFn: async () =>
      dataOf(
        await api.POST('/api/look-up', { body: { code: code.trim().toUpperCase(), pin: pin.replace(/\D/g, '') } }),
      ),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    lookUp.mutate();
  };
  return (
    <Page title={texts.lookUpTitle}>
      <form className="card" onSubmit={submit}>
        <p className="quiet">{texts.lookUpHelp}</p>
        {lookUp.error && <ProblemNote error={lookUp.error} />}
        <label className="field">
          <span className="field-label">{texts.lookUpCode}</span>
          <input
            className="control control-short num"
            required
            autoComplete="off"
            value={code}
            onChange={({ target }) => setCode(target.value)}
          />
        </label>
        <label className="field">
          <span className="field-label">{texts.lookUpPin}</span>
          <input
            className="control control-short num"
            required
            inputMode="numeric"
            autoComplete="off"
            value={pin}
            onChange={({ target }) => setPin(target.value)}
          />
        </label>
        <button type="submit" className="button button-main" disabled={lookUp.isPending}>
          {texts.lookUpGo}
        </button>
      </form>
      <div role="status">{lookUp.data && <Found found={lookUp.data} />}</div>
    </Page>
  );
}

function Found({ found }: { readonly found: Schema<'LookedUp'> }) {
  const texts = useTexts(PORTAL_TEXTS);
  const say = useSay();
  const { language } = useLanguage();
  return (
    <section className="card">
      <h2>{say(found.title)}</h2>
      {found.training && <p className="strip">{texts.training}</p>}
      <p>
        <Status
          status={found.status}
          ending={found.ending}
          isReceived={found.promisedOn !== null}
          office={found.office}
        />
      </p>
      {found.step && <p>{say(found.step)}</p>}
      {found.promisedOn && (
        <p>
          {texts.promised}: <strong className="num">{formatPromise(found.promisedOn, language)}</strong>
        </p>
      )}
      <p className="quiet num">
        {found.code} · {formatInstant(found.submittedAt, language)}
      </p>
    </section>
  );
}
