import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Folders whose files take minutes; begun last, they would leave all but one processor idle at the end. */
const SLOW = /\/test\/(jobs|e2e|storefront)\//;

/** Project by project, and in each the files first that start the whole app or look at every page. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const order = ({ moduleId }: TestSpecification) => (SLOW.test(moduleId) ? 0 : 1);
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => (a.project.name === b.project.name ? order(a) - order(b) : 0));
  }
}
