import { TextInput } from '@mantine/core';
import { fold } from '@trinhduyet/text';
import { useState } from 'react';
import { useSay, useTexts } from '../../shared/language';
import { ProblemNote } from '../../shared/problem';
import { useDemoAccounts, useDemoSignIn } from '../../shared/session';
import { startAfresh } from './start-afresh';
import { SIGN_IN_TEXTS } from './texts';

export function DemoAccounts() {
  const texts = useTexts(SIGN_IN_TEXTS);
  const say = useSay();
  const { data = [] } = useDemoAccounts();
  const enter = useDemoSignIn();
  const [words, setWords] = useState('');
  const officials = data.filter(({ kind }) => kind === 'official');
  const found = officials.filter(({ login, name, who }) => fold(`${login} ${name} ${say(who)}`).includes(fold(words)));
  if (officials.length === 0) return null;
  return (
    <section className="card" aria-labelledby="demo-title">
      <h2 id="demo-title">{texts.demo}</h2>
      <p className="quiet">{texts.demoMeans}</p>
      <TextInput
        type="search"
        aria-label={texts.find}
        placeholder={texts.find}
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      <p className="visually-hidden" role="status">
        {texts.found(found.length)}
      </p>
      {enter.error && <ProblemNote error={enter.error} />}
      <ul className="demo-accounts">
        {found.map(({ login, name, who }) => (
          <li key={login}>
            <button
              type="button"
              className="demo-account"
              disabled={enter.isPending}
              onClick={() => enter.mutate(login, { onSuccess: startAfresh })}
            >
              <strong>
                {name} · <span className="num">{login}</span>
              </strong>
              <span>{say(who)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
