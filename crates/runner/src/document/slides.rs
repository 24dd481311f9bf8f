//! pptx: the text of each slide under its title, in the order they are shown.

use super::xml::{Node, walk};
use super::{Block, Blocks, Fault, Part, Parts, Rows, relations};

pub(super) fn read(parts: &mut Parts<'_>, blocks: &mut Blocks) -> Result<(), Fault> {
    let targets = relations::targets(parts, "ppt", "presentation.xml")?;
    let presentation = parts.read("ppt/presentation.xml")?;
    for (number, relation) in (1..).zip(order(&presentation)?) {
        let Some(path) = targets.get(&relation) else { continue };
        let Some(xml) = parts.read_if_there(path)? else { continue };
        let mut slide = Slide::new(blocks);
        walk(&xml, |node| slide.take(node))?;
        let Slide { title, body, .. } = slide;
        blocks.push(Block::Part { part: Part::Slide, number, name: title })?;
        for block in body {
            blocks.push(block)?;
        }
    }
    Ok(())
}

/// The relations of the slides, in order: the names of the files say when they were made.
fn order(presentation: &str) -> Result<Vec<String>, Fault> {
    let mut found = vec![];
    walk(presentation, |node| {
        if let Node::Open(element) = node
            && element.name() == "sldId"
        {
            found.extend(element.attribute_named("r:id"));
        }
        Ok(())
    })?;
    Ok(found)
}

/// What a shape on a slide is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Title,
    /// Its paragraphs are points unless they say otherwise.
    Body,
    Elsewhere,
}

struct Slide<'a> {
    blocks: &'a mut Blocks,
    title: String,
    body: Vec<Block>,
    place: Place,
    paragraph: String,
    is_point: bool,
    depth: u8,
    /// Text counts only within `t`.
    in_text: bool,
    /// The rows of the open table.
    table: Option<Vec<Vec<String>>>,
}

impl<'a> Slide<'a> {
    fn new(blocks: &'a mut Blocks) -> Self {
        Self {
            blocks,
            title: String::new(),
            body: vec![],
            place: Place::Elsewhere,
            paragraph: String::new(),
            is_point: false,
            depth: 0,
            in_text: false,
            table: None,
        }
    }

    fn take(&mut self, node: Node<'_>) -> Result<(), Fault> {
        match node {
            Node::Open(element) => match element.name() {
                "sp" => self.place = Place::Elsewhere,
                "ph" => {
                    self.place = match element.attribute("type").as_deref() {
                        Some("title" | "ctrTitle") => Place::Title,
                        None | Some("body" | "obj") => Place::Body,
                        Some(_) => Place::Elsewhere,
                    };
                }
                "p" => {
                    self.paragraph.clear();
                    (self.is_point, self.depth) = (self.place == Place::Body, 0);
                }
                "pPr" => {
                    self.depth = element.attribute("lvl").and_then(|depth| depth.parse().ok()).unwrap_or(0);
                }
                "buNone" => self.is_point = false,
                "buChar" | "buAutoNum" => self.is_point = true,
                "t" => self.in_text = true,
                "br" => self.paragraph.push(' '),
                "tbl" => self.table = Some(vec![]),
                "tr" => self.table.iter_mut().for_each(|rows| rows.push(vec![])),
                "tc" => {
                    self.blocks.count_blank_cells(1)?;
                    self.row().into_iter().for_each(|row| row.push(String::new()));
                }
                _ => {}
            },
            Node::Close(name) => match name {
                "t" => self.in_text = false,
                "p" => self.end_paragraph()?,
                "tbl" => {
                    let shown = self.table.take().unwrap_or_default();
                    self.body.push(Block::Table { rows: Rows { shown, more: 0 } });
                }
                _ => {}
            },
            Node::Text(text) if self.in_text => self.paragraph.push_str(text),
            Node::Text(_) => {}
        }
        Ok(())
    }

    fn row(&mut self) -> Option<&mut Vec<String>> {
        self.table.as_mut().and_then(|rows| rows.last_mut())
    }

    fn end_paragraph(&mut self) -> Result<(), Fault> {
        let text = std::mem::take(&mut self.paragraph);
        if let Some(cell) = self.row().and_then(|row| row.last_mut()) {
            if !cell.is_empty() && !text.is_empty() {
                cell.push(' ');
            }
            cell.push_str(&text);
            return self.blocks.count_cell(&text);
        }
        match (self.place, self.is_point) {
            _ if text.trim().is_empty() => {}
            (Place::Title, _) if self.title.is_empty() => self.title = text,
            (Place::Title, _) => self.body.push(Block::Heading { level: 2, text }),
            (Place::Body | Place::Elsewhere, true) => self.body.push(Block::Line { depth: self.depth, text }),
            (Place::Body | Place::Elsewhere, false) => self.body.push(Block::Paragraph { text }),
        }
        Ok(())
    }
}
