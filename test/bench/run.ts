// `npm run bench`: tables for demo/docs/benchmarks.md. `npm run bench -- ready` measures that alone;
// `npm run bench -- pictures <folder>` shows what is measured.
import {cpus} from 'node:os';
import {prepare} from './files.js';
import {measureCount} from './measure-count.js';
import {measureLoad} from './measure-load.js';
import {measureMemory} from './measure-memory.js';
import {measureReady, photograph} from './measure-ready.js';
import {Stage} from './stage.js';

const measures = {
  load: measureLoad,
  ready: measureReady,
  count: measureCount,
  memory: measureMemory,
};

const [only, folder = 'bench-pictures'] = process.argv.slice(2);
const chosen = Object.entries(measures).filter(([name]) => !only || name === only);
if (!chosen.length && only !== 'pictures') {
  console.error(`There is no measure ${only}: ${Object.keys(measures).join(', ')}, pictures.`);
  process.exit(1);
}

prepare();
const stage = await Stage.open();
try {
  if (only === 'pictures') await photograph(stage, folder);
  else console.log(machine());
  for (const [name, measure] of chosen) {
    const start = performance.now();
    console.log(await measure(stage));
    console.error(`${name}: ${Math.round((performance.now() - start) / 1000)} s`);
  }
} finally {
  await stage.close();
}

function machine(): string {
  const processors = cpus();
  const model = processors[0]?.model.trim() ?? 'unknown processor';
  const date = new Date().toISOString().slice(0, 10);
  return `${date}: Chromium ${stage.browser.version()}, Node ${process.versions.node}, ${processors.length} × ${model}.\n`;
}
