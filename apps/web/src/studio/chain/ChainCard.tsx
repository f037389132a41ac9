import { SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { Schema } from '@trinhduyet/api-client';
import type { Chain } from '@trinhduyet/approval';
import type { ViewPlan } from '@trinhduyet/form';
import { useMemo, useState } from 'react';
import { type Text, useSay, useTexts } from '../../shared/language';
import { Digest } from '../Digest';
import { ChainTable } from './ChainTable';
import { namesOf } from './conditions';
import { LadderView } from './LadderView';
import { CHAIN_TEXTS } from './texts';

interface ChainCardProps {
  readonly chain: Schema<'StudioVersion'>['chains'][number];
  readonly forms: Schema<'StudioVersion'>['stepForms'];
  readonly plan: ViewPlan;
}

const titleOf = ({ steps }: Chain, step: string): Text =>
  steps.find(({ key }) => key === step)?.title ?? { vi: step, en: step };

export function ChainCard({ chain: { key, sha256, document }, forms, plan }: ChainCardProps) {
  const texts = useTexts(CHAIN_TEXTS);
  const say = useSay();
  const isNarrow = useMediaQuery('(max-width: 47.99em)') ?? false;
  const [chosen, setChosen] = useState<'ladder' | 'table'>();
  const shown = chosen ?? (isNarrow ? 'table' : 'ladder');
  // The contract leaves the shape of a chain to the library that owns it.
  const chain = document as unknown as Chain;
  const names = useMemo(() => namesOf(chain, plan, forms), [chain, plan, forms]);
  return (
    <section className="card" aria-labelledby={`chain-${key}`}>
      <div className="card-head">
        <div>
          <h2 id={`chain-${key}`}>
            {texts.chain}: {say(chain.title)}
          </h2>
          <p className="quiet">
            {chain.ladder.map((tier) => texts.tiers[tier]).join(' → ')} ·{' '}
            {texts.promise(chain.promise.workingDays, say(titleOf(chain, chain.promise.until)))}
          </p>
        </div>
        <SegmentedControl
          aria-label={texts.chainView}
          value={shown}
          onChange={(value) => setChosen(value as 'ladder' | 'table')}
          data={[
            { value: 'ladder', label: texts.ladder },
            { value: 'table', label: texts.table },
          ]}
        />
      </div>
      {shown === 'ladder' ? (
        <LadderView chain={chain} names={names} />
      ) : (
        <ChainTable chain={chain} forms={new Map(forms.map((form) => [form.key, form.title]))} names={names} />
      )}
      {chain.suspensions && <Suspensions suspensions={chain.suspensions} />}
      <Digest sha256={sha256} />
    </section>
  );
}

function Suspensions({ suspensions }: { readonly suspensions: NonNullable<Chain['suspensions']> }) {
  const texts = useTexts(CHAIN_TEXTS);
  const say = useSay();
  return (
    <div className="chain-suspensions">
      <h3>{texts.suspensions}</h3>
      <ul className="plain-list">
        {suspensions.map(({ key, title, legalBasis }) => (
          <li key={key}>
            {say(title)} <span className="quiet">({say(legalBasis)})</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
