#include "rankle-diagram-view.h"
struct _RankleDiagramView
{
  GtkWidget parent_instance;
};
G_DEFINE_FINAL_TYPE (RankleDiagramView, rankle_diagram_view, GTK_TYPE_WIDGET)
static void
rankle_diagram_view_class_init (RankleDiagramViewClass *k)
{
}
static void
rankle_diagram_view_init (RankleDiagramView *s)
{
}
void
rankle_diagram_view_set_study (RankleDiagramView *view, RankleStudy *study)
{
}
void
rankle_diagram_view_fit (RankleDiagramView *view)
{
}
