import { preparePackages } from './setup/packages.mjs';

try {
  await preparePackages();
  const { runAll } = await import('./checks/run-all.ts');
  process.exitCode = await runAll();
} catch (error) {
  console.error(process.env.DEBUG ? error : error.message);
  process.exitCode = 1;
}
