import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { giveReactAriaItsWords } from './reactAriaStrings.ts';

giveReactAriaItsWords();
const place = document.getElementById('app');
if (place === null) throw new Error('admin/index.astro has no element with the id "app"');
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
