import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import * as z from 'zod/mini';
import { ErrorBoundary } from './frame/error-boundary.tsx';
import { Frame } from './frame/frame.tsx';
import { Gate } from './login/gate.tsx';
import { Pages } from './pages.tsx';

// The page's policy forbids making code from text, with which zod would be quicker.
z.config({ jitless: true });

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary>
        <Router hook={useHashLocation}>
          <Gate>
            <Frame>
              <Pages />
            </Frame>
          </Gate>
        </Router>
      </ErrorBoundary>
    </StrictMode>,
  );
}
