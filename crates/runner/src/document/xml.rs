//! A walk through a part of a document: elements by their local names, text with its entities
//! resolved. No external entity is ever followed.

use std::borrow::Cow;

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::QName;
use quick_xml::{Reader, XmlVersion};

use super::Fault;

/// What the walk meets.
pub(super) enum Node<'a> {
    Open(Element<'a>),
    Close(&'a str),
    Text(&'a str),
}

/// An element that opens.
pub(super) struct Element<'a> {
    start: &'a BytesStart<'a>,
}

impl Element<'_> {
    /// The name without its prefix.
    pub(super) fn name(&self) -> &str {
        self.start.local_name().into_inner()
    }

    /// An attribute by its local name.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        self.value_where(|key| key.local_name().into_inner() == name)
    }

    /// An attribute by its whole name, where two have the same local one.
    pub(super) fn attribute_named(&self, name: &str) -> Option<String> {
        self.value_where(|key| key.into_inner() == name)
    }

    fn value_where(&self, fits: impl Fn(QName<'_>) -> bool) -> Option<String> {
        let found = self.start.attributes().flatten().find(|attribute| fits(attribute.key))?;
        found.normalized_value(XmlVersion::Implicit1_0).ok().map(Cow::into_owned)
    }
}

/// Walks through `xml` until its end or the first fault; what is not well formed is damaged.
pub(super) fn walk(xml: &str, mut on: impl FnMut(Node<'_>) -> Result<(), Fault>) -> Result<(), Fault> {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event().map_err(|_| Fault::Damaged)? {
            Event::Start(start) => on(Node::Open(Element { start: &start }))?,
            Event::Empty(start) => {
                on(Node::Open(Element { start: &start }))?;
                on(Node::Close(start.local_name().into_inner()))?;
            }
            Event::End(end) => on(Node::Close(end.local_name().into_inner()))?,
            Event::Text(text) => on(Node::Text(&text.xml10_content()))?,
            Event::CData(text) => on(Node::Text(&text.xml10_content()))?,
            Event::GeneralRef(entity) => match entity.resolve_char_ref().map_err(|_| Fault::Damaged)? {
                Some(c) => on(Node::Text(c.encode_utf8(&mut [0; 4])))?,
                None => on(Node::Text(resolve_predefined_entity(&entity).unwrap_or_default()))?,
            },
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            Event::Eof => return Ok(()),
        }
    }
}
