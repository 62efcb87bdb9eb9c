import { words } from '@xushi/wording'

export const clauseWords = words(
  {
    short: (question: number) => `问${question}`,
    question: (question: number) => `答问第${question}问`,
    open: (goal: string, question: number) => `${goal}的条款原文，答问第${question}问`,
    source: (name: string, number: string, on: string) => `《${name}》答问，${number}，${on}`,
    ours: '（译文由本系统提供）',
    onPage: '指标页 ›',
    sameQuestion: (question: number) => `第${question}问的全部目标 ›`,
    allOfQuestion: (question: number) => `答问第${question}问的目标和里程碑`,
    allQuestions: '显示全部目标',
  },
  {
    short: (question: number) => `Q${question}`,
    question: (question: number) => `Question ${question}`,
    open: (goal: string, question: number) => `The clause of ${goal}, question ${question} of the answers`,
    source: (name: string, number: string, on: string) => `Answers on “${name}”, ${number}, ${on}`,
    ours: '(our translation)',
    onPage: 'Indicator page ›',
    sameQuestion: (question: number) => `All targets of question ${question} ›`,
    allOfQuestion: (question: number) => `Targets and milestones of question ${question}`,
    allQuestions: 'Show all targets',
  },
)
