// The parts of echarts that draw lines, free forms and a grid. They announce themselves when they are loaded; its own lists of parts
// bring all of them, at 40 MB.
declare module 'echarts/lib/chart/line.js'
declare module 'echarts/lib/chart/custom.js'
declare module 'echarts/lib/component/gridSimple.js'
