import '../shared/tokens.css';
import '../shared/base.css';
import '../shared/form/form.css';
import './portal.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueries } from '../shared/api';
import { LanguageProvider } from '../shared/language';
import { App } from './App';

const container = document.getElementById('app');
if (!container) throw new Error('The page has no place for the app.');
createRoot(container).render(
  <StrictMode>
    <LanguageProvider>
      <QueryClientProvider client={createQueries()}>
        <App />
      </QueryClientProvider>
    </LanguageProvider>
  </StrictMode>,
);
