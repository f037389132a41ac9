import { Button, FileButton, NativeSelect } from '@mantine/core';
import type { Schema } from '@trinhduyet/api-client';
import { type DecisionTable, rulingFor } from '@trinhduyet/feel';
import { verifyTable } from '@trinhduyet/feel/publish';
import { useMemo, useState } from 'react';
import { announce } from '../../desk/shell/announcements';
import { useSay, useTexts } from '../../shared/language';
import { Digest } from '../Digest';
import { type At, withoutRule, withRule, withTextAt } from './edit';
import { exportTable, type ImportProblem, importTable } from './files';
import { Problems } from './Problems';
import { TableGrid } from './TableGrid';
import { TABLE_TEXTS } from './texts';
import { caseOf, TryCase, type Typed } from './TryCase';

interface TableCardProps {
  readonly published: Schema<'StudioVersion'>['tables'][number];
}

/** A decision table: to be read, tried, and changed on trial; what is published stays as it is. */
export function TableCard({ published: { key, sha256, document } }: TableCardProps) {
  const texts = useTexts(TABLE_TEXTS);
  const say = useSay();
  // The contract leaves the shape of a table to the library that owns it.
  const original = document as unknown as DecisionTable;
  const [table, setTable] = useState(original);
  const [typed, setTyped] = useState<Typed>({});
  const [wanted, setWanted] = useState<At>();
  const { table: compiled, findings } = useMemo(() => verifyTable(table), [table]);
  const given = caseOf(table, typed);
  const ruling = compiled && given ? rulingFor(compiled, given) : undefined;
  const cells = findings.flatMap((finding) => (finding.code === 'cell' ? [finding.at] : []));
  const titleId = `table-${key}`;
  return (
    <section className="card" aria-labelledby={titleId}>
      <div className="card-head">
        <div>
          <h2 id={titleId}>
            {texts.table}: {say(table.title)}
          </h2>
          {table.legalBasis && <p className="quiet">{say(table.legalBasis)}</p>}
        </div>
        <Files table={table} onImport={(imported) => setTable(imported)} />
      </div>
      <NativeSelect
        className="hit-policy"
        label={texts.hitPolicy}
        value={table.hitPolicy}
        data={Object.entries(texts.policies).map(([value, label]) => ({ value, label }))}
        onChange={(event) => setTable({ ...table, hitPolicy: event.currentTarget.value as DecisionTable['hitPolicy'] })}
      />
      <TryCase table={table} typed={typed} ruling={ruling} onType={setTyped} />
      <p className="quiet grid-means">{texts.gridMeans}</p>
      <TableGrid
        table={table}
        problems={cells}
        ruling={ruling}
        labelledBy={titleId}
        wanted={wanted}
        onEdit={(at, text) => setTable((before) => withTextAt(before, at, text))}
        onRemove={(rule) => setTable((before) => withoutRule(before, rule))}
      />
      <div className="table-acts">
        <Button variant="default" onClick={() => setTable(withRule)}>
          {texts.addRule}
        </Button>
        {table !== original && (
          <>
            <Button variant="default" onClick={() => setTable(original)}>
              {texts.restore}
            </Button>
            <p className="quiet">{texts.changed}</p>
          </>
        )}
      </div>
      <Problems table={table} findings={findings} onGo={(at) => setWanted({ ...at })} />
      <Digest sha256={sha256} />
    </section>
  );
}

function Files({ table, onImport }: { readonly table: DecisionTable; onImport(table: DecisionTable): void }) {
  const texts = useTexts(TABLE_TEXTS);
  const say = useSay();
  const [problem, setProblem] = useState<ImportProblem>();
  const take = async (file: File | null) => {
    if (!file) return;
    const taken = await importTable(file);
    setProblem(taken.ok ? undefined : taken.problem);
    if (!taken.ok) return;
    onImport(taken.table);
    announce(texts.imported(say(taken.table.title)));
  };
  return (
    <div>
      <div className="table-acts">
        <Button variant="default" onClick={() => void exportTable(table, 'dmn')}>
          {texts.exportDmn}
        </Button>
        <Button variant="default" onClick={() => void exportTable(table, 'json')}>
          {texts.exportJson}
        </Button>
        <FileButton accept=".dmn,.xml,.json,application/json,text/xml" onChange={(file) => void take(file)}>
          {(props) => (
            <Button variant="default" {...props}>
              {texts.import}
            </Button>
          )}
        </FileButton>
      </div>
      {problem && (
        <p role="alert" className="import-problem">
          <strong>{texts.notImported}.</strong> {texts.importReasons[problem.reason]}
          {problem.part && <code> {problem.part}</code>}
        </p>
      )}
    </div>
  );
}
