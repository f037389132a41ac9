import { Button } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../desk/shell/announcements';
import { Dialog } from '../../desk/shell/Dialog';
import { useTexts } from '../../shared/language';
import { Awaited, ProblemNote } from '../../shared/problem';
import { Consequences } from './Consequences';
import { CALENDAR_TEXTS } from './texts';
import { type Decision, useRevocationPreview, useRevoke } from './use-calendar';

/** Every decision about the year, the latest first; what was revoked stays to be seen. */
export function DecisionList({ decisions }: { readonly decisions: readonly Decision[] }) {
  const texts = useTexts(CALENDAR_TEXTS);
  const [revoking, setRevoking] = useState<Decision>();
  const holding = decisions.filter(({ revokedAt }) => revokedAt === null);
  const revoked = decisions.filter(({ revokedAt }) => revokedAt !== null);
  return (
    <section className="card" aria-labelledby="decisions-title">
      <h2 id="decisions-title">{texts.decisions}</h2>
      {holding.length === 0 && <p className="quiet">{texts.none}</p>}
      <ul className="plain-list decisions">
        {holding.map((decision) => (
          <Line key={decision.id} decision={decision} onRevoke={() => setRevoking(decision)} />
        ))}
      </ul>
      {revoked.length > 0 && (
        <details>
          <summary>{texts.revoked(revoked.length)}</summary>
          <ul className="plain-list decisions decisions-revoked">
            {revoked.map((decision) => (
              <Line key={decision.id} decision={decision} />
            ))}
          </ul>
        </details>
      )}
      {revoking && <RevokeDialog decision={revoking} onClose={() => setRevoking(undefined)} />}
    </section>
  );
}

function Line({ decision, onRevoke }: { readonly decision: Decision; onRevoke?(): void }) {
  const texts = useTexts(CALENDAR_TEXTS);
  const { kind, firstDay, lastDay, swappedWith, name, basis, basisOn, unitName, recount } = decision;
  return (
    <li>
      <h3>{name}</h3>
      <p>
        {texts.kinds[kind]}: <span className="num">{texts.days(firstDay, lastDay)}</span>
        {swappedWith && <>, {texts.swapped[kind](texts.promise(swappedWith))}</>}
      </p>
      <p className="quiet">
        {unitName ?? texts.everybody} · {texts.basis(basis, basisOn)}
      </p>
      <p className="quiet">{texts.entered(decision.enteredBy, decision.enteredAt)}</p>
      {decision.revokedBy !== null && decision.revokedAt !== null && (
        <p className="quiet">{texts.revokedBy(decision.revokedBy, decision.revokedAt)}</p>
      )}
      {recount && (
        <p className="quiet" role="status">
          {recount.done ? texts.counted(recount.looked, recount.moved) : texts.counting(recount.looked)}
        </p>
      )}
      {onRevoke && decision.mayRevoke && (
        <Button variant="default" aria-label={texts.revokeWhich(name)} onClick={onRevoke}>
          {texts.revoke}
        </Button>
      )}
    </li>
  );
}

/** What revoking does is worked out when it is asked about, and shown before it is done. */
function RevokeDialog({ decision: { id, name }, onClose }: { readonly decision: Decision; onClose(): void }) {
  const texts = useTexts(CALENDAR_TEXTS);
  const preview = useRevocationPreview(id);
  const revoke = useRevoke(() => {
    announce(texts.revokedNow(name));
    onClose();
  });
  return (
    <Dialog opened title={texts.revokeWhich(name)} size="xl" onClose={onClose}>
      <p>{texts.revokeMeans}</p>
      {revoke.error && <ProblemNote error={revoke.error} />}
      <Awaited query={preview}>{(shown) => <Consequences preview={shown} />}</Awaited>
      <div className="calendar-buttons">
        <Button color="red" disabled={!preview.data} loading={revoke.isPending} onClick={() => revoke.mutate(id)}>
          {texts.revoke}
        </Button>
        <Button variant="default" onClick={onClose}>
          {texts.cancel}
        </Button>
      </div>
    </Dialog>
  );
}
