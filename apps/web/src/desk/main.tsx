import './mantine.css';
import '../shared/tokens.css';
import '../shared/base.css';
import '../shared/form/form.css';
import './desk.css';
import './shell/shell.css';
import './sign-in/sign-in.css';
import './inbox/inbox.css';
import './dossier/dossier.css';
import './papers/papers.css';
import './overdue/overdue.css';
import './counter/counter.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueries } from '../shared/api';
import { LanguageProvider } from '../shared/language';
import { App } from './App';
import { resolveVariables, theme } from './theme';

const container = document.getElementById('app');
if (!container) throw new Error('The page has no place for the app.');
createRoot(container).render(
  <StrictMode>
    <LanguageProvider>
      <MantineProvider theme={theme} cssVariablesResolver={resolveVariables} forceColorScheme="light">
        <QueryClientProvider client={createQueries()}>
          <App />
        </QueryClientProvider>
      </MantineProvider>
    </LanguageProvider>
  </StrictMode>,
);
