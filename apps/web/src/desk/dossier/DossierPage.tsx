import { Button } from '@mantine/core';
import type { Schema } from '@trinhduyet/api-client';
import { useState } from 'react';
import { Link, useSearch } from 'wouter';
import { isProblem } from '../../shared/api';
import { useTexts } from '../../shared/language';
import { Awaited, Loading } from '../../shared/problem';
import { readFilter, writeFilter } from '../inbox/filter';
import { MessagePage } from '../shell/MessagePage';
import { DossierDesk } from './DossierDesk';
import { DOSSIER_TEXTS } from './texts';
import { isSeenNow, useDossier } from './use-dossier';

interface DossierPageProps {
  readonly me: Schema<'Me'>;
  readonly dossier: string;
}

export default function DossierPage({ me, dossier }: DossierPageProps) {
  const texts = useTexts(DOSSIER_TEXTS);
  const filter = readFilter(useSearch());
  const query = useDossier(dossier, { isFollowed: true });
  const [isSeen, setSeen] = useState(false);
  if (!isSeen && isSeenNow(query)) setSeen(true);
  if (isProblem(query.error, 'not-found')) {
    return (
      <MessagePage title={texts.notFound}>
        <Button component={Link} href={`/desk${writeFilter(filter)}`} variant="default">
          {texts.back}
        </Button>
      </MessagePage>
    );
  }
  if (query.data && !isSeen && !query.error) return <Loading />;
  return <Awaited query={query}>{(data) => <DossierDesk me={me} dossier={data} filter={filter} />}</Awaited>;
}
