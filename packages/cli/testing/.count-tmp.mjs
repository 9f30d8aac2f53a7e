import * as grading from '@weekend/grading';
import { suiteOf } from '/work/main/packages/cli/src/suites.ts';
const [stageName, file] = process.argv.slice(2);
const mod = await import(file);
const exp = stageName.replace(/-(.)/g,(_, l)=>l.toUpperCase());
const stage = mod[exp]; const suite = suiteOf(stageName);
let calls=0, hits=0; let counts=new Map(); const on=process.argv[4]==='keys';
const wrapped={};
for (const k of new Set([...Object.keys(stage), ...Object.getOwnPropertyNames(Object.getPrototypeOf(stage)).filter(k=>k!=='constructor'&&Object.getPrototypeOf(stage)!==Object.prototype)])) wrapped[k]=(...args)=>{ calls++; if(on){ let key=k; for(const a of args){ if(a&&typeof a==='object'&&typeof a.setTimer==='function') key+='@'+a.now; else if (typeof a!=='function') key+=JSON.stringify(a);} const c=(counts.get(key)??0)+1; counts.set(key,c); if(c>2)hits++; } return stage[k](...args); };
const t0=performance.now();
for (const m of suite.milestones.filter(m=>!process.env.M||m.id===process.env.M)) { const c0=calls,h0=hits,t=performance.now(); const o=await grading.proveMilestone(m, wrapped, {seed:Number(process.env.SEED||1),seeds:100}); console.log(m.id, o.kind, calls-c0, on? ((hits-h0)/(calls-c0||1)).toFixed(2):'', Math.round(performance.now()-t)); }
console.log('total', calls, 'distinct', counts.size, 'hits', hits, Math.round(performance.now()-t0),'ms');
