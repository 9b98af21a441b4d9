//! Where the reading stands: a chain of links on the stack, so that a path costs nothing until
//! something is wrong.

use crate::FieldPath;
use crate::field_path::{Root, Step};

pub(crate) struct Place<'p> {
    parent: Option<&'p Place<'p>>,
    here: Link,
}

enum Link {
    Root(Root),
    Step(Step),
}

impl Place<'static> {
    pub(crate) const HEAD: Self = Self::root(Root::Head);
    pub(crate) const BODY: Self = Self::root(Root::Body);
    pub(crate) const VALUE: Self = Self::root(Root::Value);

    const fn root(root: Root) -> Self {
        Self { parent: None, here: Link::Root(root) }
    }
}

impl Place<'_> {
    pub(crate) const fn member(&self, name: &'static str) -> Place<'_> {
        Place { parent: Some(self), here: Link::Step(Step::Name(name)) }
    }

    pub(crate) const fn element(&self, index: usize) -> Place<'_> {
        Place { parent: Some(self), here: Link::Step(Step::Index(index)) }
    }

    pub(crate) fn path(&self) -> FieldPath {
        let mut path = FieldPath::new(Root::Value);
        self.trace(&mut path);
        path
    }

    fn trace(&self, path: &mut FieldPath) {
        if let Some(parent) = self.parent {
            parent.trace(path);
        }
        match self.here {
            Link::Root(root) => *path = FieldPath::new(root),
            Link::Step(step) => path.push(step),
        }
    }
}
