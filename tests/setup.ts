import fc from 'fast-check';

// The same cases in every run, so that a failure is the change's own. `CITEDESK_TEST_SEED` asks for others.
fc.configureGlobal({ seed: Number(process.env['CITEDESK_TEST_SEED'] ?? 20_261_122) });
