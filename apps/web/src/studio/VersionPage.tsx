import type { Schema } from '@trinhduyet/api-client';
import type { ViewPlan } from '@trinhduyet/form';
import type { RequestType } from '@trinhduyet/programme';
import { formatNumber } from '@trinhduyet/text';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useTitle } from '../desk/shell/use-title';
import { useSay, useTexts } from '../shared/language';
import { Awaited } from '../shared/problem';
import { ChainCard } from './chain/ChainCard';
import { Digest } from './Digest';
import { FormCard, StepFormsCard } from './FormCards';
import { Validity } from './StudioHome';
import { TableCard } from './tables/TableCard';
import { STUDIO_TEXTS } from './texts';
import { useStudioTypes, useStudioVersion } from './use-studio';

interface VersionPageProps {
  readonly type: string;
  readonly version: number;
}

/** One published version with all that belongs to it. */
export function VersionPage({ type, version }: VersionPageProps) {
  const texts = useTexts(STUDIO_TEXTS);
  const query = useStudioVersion(type, version);
  useTitle(`${type} ${version}`);
  return (
    <div className="page studio">
      <p>
        <Link href="/studio">← {texts.back}</Link>
      </p>
      <Awaited query={query}>{(published) => <Version published={published} />}</Awaited>
    </div>
  );
}

function Version({ published }: { readonly published: Schema<'StudioVersion'> }) {
  const texts = useTexts(STUDIO_TEXTS);
  const say = useSay();
  // The contract leaves these shapes to the libraries that own them.
  const definition = published.definition as unknown as RequestType;
  const plan = published.form.plan as unknown as ViewPlan;
  return (
    <>
      <h1>{texts.openVersion(say(definition.title), definition.version)}</h1>
      <About published={published} definition={definition} />
      {published.chains.map((chain) => (
        <ChainCard key={chain.key} chain={chain} forms={published.stepForms} plan={plan} />
      ))}
      {published.tables.map((table) => (
        <TableCard key={table.key} published={table} />
      ))}
      <FormCard plan={plan} sha256={published.form.sha256} />
      <StepFormsCard forms={published.stepForms} />
    </>
  );
}

interface AboutProps {
  readonly published: Schema<'StudioVersion'>;
  readonly definition: RequestType;
}

function About({ published, definition }: AboutProps) {
  const texts = useTexts(STUDIO_TEXTS);
  const say = useSay();
  const { data: types = [] } = useStudioTypes();
  const line = types.find(({ key, version }) => key === definition.key && version === definition.version);
  return (
    <section className="card" aria-labelledby="about-title">
      <h2 id="about-title">{texts.about}</h2>
      <dl className="answers">
        {line && (
          <Term term={texts.datesColumn}>
            <Validity type={line} /> · {line.inForce ? texts.inForce : texts.notInForce}
          </Term>
        )}
        {line && <Term term={texts.openColumn}>{formatNumber(line.open)}</Term>}
        <Term term={texts.procedureCode}>{definition.procedureCode}</Term>
        <Term term={texts.fee}>{say(definition.fee)}</Term>
        <Term term={texts.legalBasis}>
          <ul className="plain-list">
            {definition.legalBasis.map((basis) => (
              <li key={basis.vi}>{say(basis)}</li>
            ))}
          </ul>
        </Term>
      </dl>
      <Digest sha256={published.sha256} />
    </section>
  );
}

function Term({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div className="answer">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
